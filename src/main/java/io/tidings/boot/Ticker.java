package io.tidings.boot;

import io.tidings.schedule.Deadlines;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The one EJB timer of the application: it drives the wheel on which everything waits that waits for a time. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Ticker {

    private static final Logger LOG = System.getLogger(Ticker.class.getName());
    private static final int TICKS_TO_OBSERVE = 10;

    @Resource
    private @Nullable TimerService timers;

    private final AtomicBoolean ticking = new AtomicBoolean();
    private volatile @Nullable Deadlines deadlines;
    private @Nullable Timer timer;
    private int ticks;

    /** Starts the timer; called once. */
    public void start(Deadlines wheel) {
        TimerService service = timers;
        if (service == null) {
            throw new IllegalStateException("the container gave the EJB no timer service");
        }
        deadlines = wheel;
        long tick = wheel.tickLength().toMillis();
        timer = service.createIntervalTimer(tick, tick, new TimerConfig("tidings", false));
    }

    @Timeout
    void tick() {
        Deadlines wheel = deadlines;
        // A tick that finds the one before still at work has nothing to add to it.
        if (wheel == null || !ticking.compareAndSet(false, true)) {
            return;
        }
        try {
            wheel.tick();
            if (ticks < TICKS_TO_OBSERVE && ++ticks == TICKS_TO_OBSERVE) {
                warnOfCoarseTicks(wheel);
            }
        } finally {
            ticking.set(false);
        }
    }

    private static void warnOfCoarseTicks(Deadlines wheel) {
        long asked = wheel.tickLength().toMillis();
        long observed = wheel.observedTick().toMillis();
        if (observed > 2 * asked) {
            LOG.log(
                    Level.WARNING,
                    "The container ticks every {0} ms instead of every {1} ms, so heartbeats and time-outs are coarse."
                            + " On Payara set configs.config.server-config.ejb-container.ejb-timer-service"
                            + ".minimum-delivery-interval-in-millis=10 before the server starts.",
                    observed,
                    asked);
        }
    }

    /** Stops the timer; nothing is due any more. */
    @PreDestroy
    public void stop() {
        deadlines = null;
        Timer running = timer;
        timer = null;
        if (running != null) {
            running.cancel();
        }
    }
}
