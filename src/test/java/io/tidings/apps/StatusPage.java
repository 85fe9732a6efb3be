package io.tidings.apps;

import io.tidings.boot.NodeStatus;
import io.tidings.engine.CloseReason;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/** Tells tests what the node holds, one number a line. */
@WebServlet("/status")
public class StatusPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient NodeStatus status;

    @Inject
    private transient Departures departures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        PrintWriter page = response.getWriter();
        page.print("sessions=%d%nsockets=%d%ndeadlines=%d%ntickets=%d%nqueued=%d%n"
                .formatted(
                        status.sessions(),
                        status.sockets(),
                        status.pendingDeadlines(),
                        status.outstandingTickets(),
                        status.queuedBytes()));
        for (CloseReason reason : CloseReason.values()) {
            page.print("%s=%d%n".formatted(reason.words(), departures.of(reason)));
        }
    }
}
