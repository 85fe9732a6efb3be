/** The one door of an engine: checks each request once and hands it to the transport that it asks for. */
@NullMarked
package io.tidings.transport;

import org.jspecify.annotations.NullMarked;
