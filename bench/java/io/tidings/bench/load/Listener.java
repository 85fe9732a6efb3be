package io.tidings.bench.load;

/** Hears all broadcasts; the first of the listeners is also the one who sends them. */
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
        while (client == Broadcasts.SENDER && broadcasts.mayContinue()) {
            frames.put(line.output(frames.length()), broadcasts.send());
        }
    }

    @Override
    public void hear(byte[] bytes, int from, int length) {
        broadcasts.delivered(heard++, client, bytes, from, length);
    }
}
