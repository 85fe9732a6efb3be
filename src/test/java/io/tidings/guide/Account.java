package io.tidings.guide;

import static java.time.temporal.ChronoUnit.MILLIS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.tidings.api.Socket;
import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnConnect;
import io.tidings.api.handler.OnEvent;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.security.Principal;
import java.time.Instant;
import java.util.concurrent.Future;

/** What is behind a token. */
@Namespace("/account")
public class Account {

    @Resource
    private ManagedScheduledExecutorService clock;

    @OnEvent("who am I")
    String whoAmI(Principal user) {
        return user.getName();
    }

    @OnEvent("close")
    @RolesAllowed("owner")
    String close(Principal user) {
        return "closed by " + user.getName();
    }

    @OnConnect
    void endWithTheToken(Socket socket) {
        Instant end = socket.data(TokenCheck.EXPIRY).orElseThrow();
        Future<?> alarm = clock.schedule(() -> expire(socket), Instant.now().until(end, MILLIS), MILLISECONDS);
        socket.onDisconnect(reason -> alarm.cancel(false));
    }

    private static void expire(Socket socket) {
        socket.emit("token expired");
        socket.disconnect();
    }
}
