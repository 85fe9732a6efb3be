/** What an application may implement as CDI beans to take part in the decisions of the server. */
@NullMarked
package io.tidings.api.spi;

import org.jspecify.annotations.NullMarked;
