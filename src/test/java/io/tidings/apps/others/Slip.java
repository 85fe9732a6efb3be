package io.tidings.apps.others;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Tells the clients of another application with nothing but JMS, as a program that has no class of Tidings. */
@WebServlet("/slip")
public class Slip extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** WildFly's own, and what the asadmin files for Payara Micro make. */
    private static final List<String> FACTORIES = List.of("java:/ConnectionFactory", "jms/tidings");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        String what = Objects.requireNonNull(request.getParameter("what"));
        try (Connection connection = factory().createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            String text =
                    "{\"emit\":\"said\",\"arguments\":[\"" + what + " written\"],\"of\":\"/nodes\",\"to\":[\"hall\"]}";
            session.createProducer(session.createTopic(request.getParameter("topic")))
                    .send(session.createTextMessage(text));
        } catch (JMSException failure) {
            throw new ServletException(failure);
        }
    }

    // The names stand here.
    @SuppressWarnings("BanJNDI")
    private static ConnectionFactory factory() throws ServletException {
        NamingException unknown = new NamingException();
        for (String name : FACTORIES) {
            try {
                return InitialContext.doLookup(name);
            } catch (NamingException isOfTheOtherServer) {
                unknown.addSuppressed(isOfTheOtherServer);
            }
        }
        throw new ServletException(unknown);
    }
}
