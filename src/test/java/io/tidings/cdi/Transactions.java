package io.tidings.cdi;

import jakarta.transaction.Synchronization;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.weld.transaction.spi.TransactionServices;

/** One transaction at most. */
public final class Transactions implements TransactionServices {

    private final List<Synchronization> waiting = new CopyOnWriteArrayList<>();
    private boolean active;

    public void begin() {
        active = true;
    }

    public void end(int status) {
        active = false;
        waiting.forEach(Synchronization::beforeCompletion);
        waiting.forEach(synchronization -> synchronization.afterCompletion(status));
        waiting.clear();
    }

    @Override
    public boolean isTransactionActive() {
        return active;
    }

    @Override
    public void registerSynchronization(Synchronization synchronization) {
        waiting.add(synchronization);
    }

    @Override
    public UserTransaction getUserTransaction() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cleanup() {
        waiting.clear();
    }
}
