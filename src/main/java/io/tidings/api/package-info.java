/**
 * What an application sees: interfaces, records and annotations without behaviour. Depends on the JDK and the annotations
 * of Jakarta Inject.
 */
@NullMarked
package io.tidings.api;

import org.jspecify.annotations.NullMarked;
