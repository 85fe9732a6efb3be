package io.tidings.bench.load;

/** Keeps its messages in flight and waits for the answer to each. */
final class Caller implements Part {

    private final ClientFrames frames;
    private final Echoes answers;

    Caller(ClientFrames frames, Echoes answers) {
        this.frames = frames;
        this.answers = answers;
    }

    @Override
    public void speak(Wire line) {
        while (answers.mayContinue()) {
            frames.put(line.output(frames.length()), answers.send());
        }
    }

    @Override
    public void hear(byte[] bytes, int from, int length) {
        answers.returned(bytes, from, length);
    }
}
