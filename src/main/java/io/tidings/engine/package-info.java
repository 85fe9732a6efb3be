/**
 * Engine.IO sessions: their life cycle, outgoing queue, heartbeat and upgrade. Plain Java between two ports: the
 * {@link io.tidings.engine.Transport} that carries packets, and the {@link io.tidings.engine.EngineListener} that uses
 * them. Depends on {@code protocol.engineio}, {@code schedule} and {@code api}.
 */
@NullMarked
package io.tidings.engine;

import org.jspecify.annotations.NullMarked;
