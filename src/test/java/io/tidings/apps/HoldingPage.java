package io.tidings.apps;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Holds the thread of each request for a while, so that a test can occupy all threads of a pool at once. */
@WebServlet("/hold")
public class HoldingPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final long MILLIS = 300;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        response.getWriter().print("held");
    }
}
