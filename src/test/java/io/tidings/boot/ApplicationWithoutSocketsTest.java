package io.tidings.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.LogLines;
import io.tidings.api.Emitter;
import io.tidings.api.ForwardedEvent;
import io.tidings.api.Push;
import io.tidings.api.event.SocketEvent;
import io.tidings.cdi.ForwardedEvents;
import io.tidings.cdi.OutsiderExtension;
import io.tidings.cdi.Pushes;
import io.tidings.cdi.Transactions;
import io.tidings.cluster.ClusterFaults;
import io.tidings.cluster.Producer;
import io.tidings.cluster.Surroundings;
import io.tidings.cluster.jms.JmsBus;
import io.tidings.cluster.jms.JmsSettings;
import io.tidings.cluster.jms.TestBroker;
import io.tidings.emitter.HeardByNode;
import io.tidings.guide.others.Warehouse;
import io.tidings.protocol.Bytes;
import io.tidings.protocol.socketio.Payload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole of an application that has no sockets of its own, with a real broker between it and a node. */
class ApplicationWithoutSocketsTest {

    private static final String TOPIC = "tidings.cluster.topic";
    private static final String FACTORY = "tidings.cluster.connection-factory";
    private static final long PATIENCE_SECONDS = 30;

    @RegisterExtension
    final FakeNaming naming = new FakeNaming();

    @RegisterExtension
    final LogLines outsiderLines = new LogLines(Outsider.class);

    @RegisterExtension
    final LogLines faultLines = new LogLines(ClusterFaults.class);

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final TestBroker broker = new TestBroker();
    private final Transactions transactions = new Transactions();

    @BeforeEach
    void bind() {
        System.setProperty(TOPIC, "shop");
        naming.bind("jms/tidings", broker.factory());
        naming.bind("java:comp/DefaultManagedThreadFactory", (ThreadFactory) this::thread);
        naming.bind("java:comp/DefaultManagedExecutorService", executor);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        threads.add(thread);
        return thread;
    }

    @AfterEach
    void release() {
        System.clearProperty(TOPIC);
        System.clearProperty(FACTORY);
        broker.close();
        executor.shutdownNow();
    }

    @ApplicationScoped
    static class Depot {
        private final BlockingQueue<ForwardedEvent> orders = new LinkedBlockingQueue<>();

        @Inject
        Emitter emitter;

        @Inject
        Event<Push> pushes;

        void emit(String what) {
            emitter.of("/orders").to("depot").emit(what);
        }

        void push(String what) {
            pushes.fire(Push.of(what).in("/orders"));
        }

        void ordered(@Observes @SocketEvent("order") ForwardedEvent event) {
            orders.add(event);
        }

        ForwardedEvent nextOrder() throws InterruptedException {
            return Objects.requireNonNull(orders.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "no order has come");
        }

        BlockingQueue<ForwardedEvent> orders() {
            return orders;
        }
    }

    private WeldContainer application(Class<?>... beans) {
        return new Weld()
                .containerId("application " + System.nanoTime())
                .disableDiscovery()
                .setBeanDiscoveryMode(BeanDiscoveryMode.ANNOTATED)
                .extensions(new OutsiderExtension())
                .beanClasses(beans)
                .addBeanClasses(EmitterBean.class, ForwardedEvents.class, Pushes.class)
                .addServices(transactions)
                .initialize();
    }

    @Test
    void emitsThroughAnInjectedEmitter() throws Exception {
        try (HeardByNode node = HeardByNode.over(broker.factory(), "shop", null);
                WeldContainer application = application(Depot.class)) {
            application.select(Depot.class).get().emit("packed");

            assertThat(node.next()).isEqualTo("emit /orders to [depot] [\"packed\"]");
        }
    }

    @Test
    void whatIsPushedInATransactionLeavesAfterTheCommitAndNeverAfterARollback() throws Exception {
        try (HeardByNode node = HeardByNode.over(broker.factory(), "shop", null);
                WeldContainer application = application(Depot.class)) {
            Depot depot = application.select(Depot.class).get();
            depot.push("at once");
            assertThat(node.next()).isEqualTo("emit /orders to [] [\"at once\"]");

            transactions.begin();
            depot.push("rolled back");
            transactions.end(Status.STATUS_ROLLEDBACK);
            transactions.begin();
            depot.push("committed");
            depot.emit("waits for nothing");
            transactions.end(Status.STATUS_COMMITTED);

            assertThat(node.next()).isEqualTo("emit /orders to [depot] [\"waits for nothing\"]");
            assertThat(node.next()).isEqualTo("emit /orders to [] [\"committed\"]");
        }
    }

    @Test
    void eachInstanceHearsOnceWhatIsForwarded() throws Exception {
        try (WeldContainer first = application(Depot.class);
                WeldContainer second = application(Depot.class)) {
            Depot one = first.select(Depot.class).get();
            Depot two = second.select(Depot.class).get();
            Producer node = forwarding();
            AtomicInteger said = new AtomicInteger();
            int firstOfOne = untilHeard(one, node, said);
            int firstOfTwo = untilHeard(two, node, said);
            forward(node, said, null);
            node.stop();

            assertThatNothingIsMissing(one, firstOfOne, said.get());
            assertThatNothingIsMissing(two, firstOfTwo, said.get());
        }
    }

    private Producer forwarding() {
        JmsSettings settings = new JmsSettings("shop.events", null, null, 100, 1 << 20, 1 << 20);
        Producer node = new Producer(
                JmsBus.speaking(broker.factory(), settings, Thread::new), 1 << 20, null, Surroundings.real());
        node.start();
        return node;
    }

    private static Payload event(String json) {
        return Payload.of(Bytes.utf8(json));
    }

    private static void forward(Producer node, AtomicInteger said, @Nullable String user) {
        node.forward("/orders", "id", user, event("[\"order\"," + said.incrementAndGet() + "]"));
    }

    /** Forwards numbers until the first is heard, which it gives. */
    private static int untilHeard(Depot depot, Producer node, AtomicInteger said) throws InterruptedException {
        ForwardedEvent first = null;
        while (first == null) {
            forward(node, said, "anna");
            first = depot.orders().poll(100, TimeUnit.MILLISECONDS);
        }
        return first.arguments().get(0, Integer.class);
    }

    private static void assertThatNothingIsMissing(Depot depot, int first, int last) throws InterruptedException {
        for (int number = first + 1; number <= last; number++) {
            ForwardedEvent event = depot.nextOrder();
            assertThat(event.arguments().get(0, Integer.class)).isEqualTo(number);
            assertThat(event.user()).isEqualTo(number < last ? "anna" : null);
            assertThat(event.namespace()).isEqualTo("/orders");
            assertThat(event.socket()).isEqualTo("id");
        }
        assertThat(depot.orders()).isEmpty();
    }

    @Test
    void theOneOfTheGuideAnswersClientsOfTheShop() throws Exception {
        try (HeardByNode node = HeardByNode.over(broker.factory(), "shop", null);
                WeldContainer application = application(Warehouse.class)) {
            Producer shop = forwarding();
            String answer = null;
            while (answer == null) {
                shop.forward("/shop", "id7", "anna", event("[\"order\",{\"article\":\"tea\",\"count\":2}]"));
                answer = node.nextWithin(100);
            }
            shop.stop();
            assertThat(answer).isEqualTo("emit /shop to [id7] [\"reserved\",\"tea\",2]");

            application.select(Warehouse.class).get().arrived("tea");
            String next = node.next();
            while (next.equals(answer)) {
                next = node.next();
            }
            assertThat(next).isEqualTo("emit /shop to [article:tea] [\"in stock\",\"tea\"]");
        }
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        try (WeldContainer application = application(Depot.class)) {
            application.select(Depot.class).get().emit("last words");
            assertThat(threads).hasSize(2);
        }
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void runsWithoutABrokerAndSaysThatNobodyHears() {
        System.setProperty(FACTORY, "none");
        try (WeldContainer application = application(Depot.class)) {
            application.select(Depot.class).get().emit("lost");

            assertThat(outsiderLines.messages())
                    .containsExactly("What this application emits reaches nobody, as there is no cluster");
            assertThat(faultLines.messages())
                    .containsExactly("Cluster: messages to other nodes are lost: 1: the server has no JMS connection"
                            + " factory");
        }
    }

    @Test
    void isNotDeployedWithoutATopicOrWithoutTheFactoryThatIsNamed() {
        System.setProperty(FACTORY, "jms/missing");
        assertThatThrownBy(() -> application(Depot.class))
                .hasStackTraceContaining("Setting tidings.cluster.connection-factory is 'jms/missing' but must be");

        System.clearProperty(TOPIC);
        assertThatThrownBy(() -> application(Depot.class))
                .hasStackTraceContaining(
                        "Setting tidings.cluster.topic is '' but must be the topic of the application");
    }
}
