package io.tidings.bench.load;

/** Hears all broadcasts; the first of the listeners is also the one who sends them, each with a write of its own. */
final class Listener implements Part {

    private final int client;
    private final ClientFrames frames;
    private final Broadcasts broadcasts;
    private int heard;

    Listener(int client, ClientFrames frames, Broadcasts broadcasts) {
        this.client = client;
        this.frames = frames;
        this.broadcasts = broadcasts;
    }

    @Override
    public void speak(Wire line) {
        if (client == Broadcasts.SENDER && broadcasts.missing() > 0) {
            frames.put(line.output(frames.length()), broadcasts.send());
        }
    }

    @Override
    public void hear(byte[] bytes, int from, int length) {
        broadcasts.delivered(heard++, client, bytes, from, length);
    }
}
