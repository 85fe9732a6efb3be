package io.tidings.boot;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Where this application listens, as far as a request that reached it tells. */
record SelfAddress(String host, int port, boolean overTls) {

    static SelfAddress of(HttpServletRequest request) {
        return new SelfAddress(request.getLocalAddr(), request.getLocalPort(), request.isSecure());
    }

    String hostHeader() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    Socket connect(Duration patience) throws IOException {
        if (overTls) {
            try {
                return tls(plain(patience));
            } catch (IOException noTlsHere) {
                // a proxy speaks it that this server was told to believe: isSecure() is the view of the client
            }
        }
        return plain(patience);
    }

    private Socket plain(Duration patience) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            plain.setSoTimeout((int) patience.toMillis());
            return plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private Socket tls(Socket plain) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
            tls.startHandshake();
            return tls;
        } catch (IOException | GeneralSecurityException e) {
            plain.close();
            throw new IOException("no TLS for the self-test", e);
        }
    }

    /** The connection goes to this process; its certificate names the outside and proves nothing here. */
    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
