package io.tidings.apps.others;

import io.tidings.api.Emitter;
import io.tidings.api.Push;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.Objects;

/** Does to the clients of another application what it is asked for over HTTP. */
@WebServlet("/depot")
public class Depot extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String NAMESPACE = "/nodes";

    @Inject
    private transient Emitter emitter;

    @Inject
    private transient Event<Push> pushes;

    @Resource
    private transient UserTransaction transaction;

    /** Pushes and emits within a transaction, which ends as the caller wants. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String what = Objects.requireNonNull(request.getParameter("what"));
        try {
            transaction.begin();
            pushes.fire(Push.of("said", what + " pushed").in(NAMESPACE));
            emitter.of(NAMESPACE).emit("said", what + " emitted");
            if (request.getParameter("rollback") == null) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }
}
