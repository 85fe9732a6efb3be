package io.tidings.guide;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tidings.api.Broadcast;
import io.tidings.api.Socket;
import org.junit.jupiter.api.Test;

/** A handler tested as a method. */
class TeamsTest {

    private final Socket socket = mock(Socket.class);
    private final Broadcast others = mock(Broadcast.class);

    @Test
    void tellsTheOthersOfTheTeam() {
        when(socket.to("team:red")).thenReturn(others);

        new Teams().tell(socket, "red", "hello");

        verify(others).emit("told", "hello");
    }
}
