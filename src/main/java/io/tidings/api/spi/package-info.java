/** What an application may implement as CDI beans to change how the whole server decides and answers. Depends on {@code api}. */
@NullMarked
package io.tidings.api.spi;

import org.jspecify.annotations.NullMarked;
