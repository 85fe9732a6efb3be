package io.tidings.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.transport.fakes.FakeRequest;
import io.tidings.transport.fakes.FakeResponse;
import org.junit.jupiter.api.Test;

class SuspensionTest {

    private final FakeRequest request = FakeRequest.get("EIO=4&transport=polling");
    private final Suspension suspension = Suspension.of(request.http(), new FakeResponse().http());

    @Test
    void endsAtOnceOnTheThreadThatBroughtTheRequest() {
        suspension.complete();

        assertThat(request.async().isCompleted()).isTrue();
        assertThat(request.async().hasReturned()).isFalse();
    }

    @Test
    void waitsOnAnotherThreadUntilTheContainersOwnHasLeftTheRequest() throws Exception {
        request.async().returnAfter(5);

        completeOnAnotherThread();

        assertThat(request.async().hasReturned()).isTrue();
        assertThat(request.async().isCompleted()).isTrue();
    }

    @Test
    void doesNotWaitForAContainerThatNeverTells() throws Exception {
        completeOnAnotherThread();

        assertThat(request.async().hasReturned()).isFalse();
        assertThat(request.async().isCompleted()).isTrue();
    }

    @Test
    void doesNotMindARequestThatTheContainerHasEndedItself() {
        request.async().complete();

        suspension.complete();

        assertThat(request.async().isCompleted()).isTrue();
    }

    private void completeOnAnotherThread() throws InterruptedException {
        Thread another = new Thread(suspension::complete);
        another.start();
        another.join();
    }
}
