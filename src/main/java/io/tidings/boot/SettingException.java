package io.tidings.boot;

/** A setting has a value that cannot be used; the message names the setting and the legal values. */
public final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingException(String name, String value, String legal) {
        super("Setting " + name + " is '" + value + "' but must be " + legal + ".");
    }
}
