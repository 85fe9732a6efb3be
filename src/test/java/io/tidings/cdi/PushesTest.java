package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.api.Push;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushesTest {

    private static final Push SHIPPED = Push.of("shipped", 7).in("/orders").toUser("anna");

    @ApplicationScoped
    static class Orders {
        @Inject
        Event<Push> pushes;

        void ship() {
            pushes.fire(SHIPPED);
        }

        CompletionStage<Push> shipLater() {
            return pushes.fireAsync(SHIPPED);
        }
    }

    private final Transactions transactions = new Transactions();
    private final List<Push> emitted = new CopyOnWriteArrayList<>();
    private final Application application =
            Application.of(Application.weld(Orders.class).addServices(transactions));
    private final Orders orders = application.get(Orders.class);

    @AfterEach
    void close() {
        application.close();
    }

    private void start() {
        application.get(Pushes.class).connect(emitted::add);
    }

    @Test
    void withoutATransactionAPushIsEmittedAtOnce() {
        start();

        orders.ship();

        assertThat(emitted).containsExactly(SHIPPED);
    }

    @Test
    void withinATransactionAPushWaitsForTheCommit() {
        start();
        transactions.begin();

        orders.ship();
        assertThat(emitted).isEmpty();

        transactions.end(Status.STATUS_COMMITTED);
        assertThat(emitted).containsExactly(SHIPPED);
    }

    @Test
    void whatIsRolledBackIsNeverEmitted() {
        start();
        transactions.begin();

        orders.ship();
        transactions.end(Status.STATUS_ROLLEDBACK);

        assertThat(emitted).isEmpty();
    }

    @Test
    void aPushMayBeFiredAsynchronously() {
        start();

        assertThat(orders.shipLater().toCompletableFuture().join()).isEqualTo(SHIPPED);

        assertThat(emitted).containsExactly(SHIPPED);
    }

    @Test
    void beforeTheServerStartsAndAfterItStopsNobodyIsThereToReceive() {
        orders.ship();
        start();
        application.get(Pushes.class).disconnect();
        orders.ship();

        assertThat(emitted).isEmpty();
    }
}
