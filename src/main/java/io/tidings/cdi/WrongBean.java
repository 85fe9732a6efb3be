package io.tidings.cdi;

/** A bean that cannot do what its annotations promise; the message names it and says what to change. */
final class WrongBean extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongBean(String message) {
        // Where it was found says nothing: it lies in the bean.
        super(message, null, false, false);
    }
}
