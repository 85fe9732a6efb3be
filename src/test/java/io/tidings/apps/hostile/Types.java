package io.tidings.apps.hostile;

import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Asks for an argument of each kind, and tells something small of what it got. */
@ApplicationScoped
@Namespace("/hostile")
public class Types {

    /** What applications bind arguments to. */
    public record Point(int x, int y) {}

    @OnEvent("long")
    long aLong(long value) {
        return value;
    }

    @OnEvent("double")
    String aDouble(double value) {
        return Double.toString(value);
    }

    @OnEvent("integer")
    int anInteger(BigInteger value) {
        return value.bitLength();
    }

    @OnEvent("decimal")
    int aDecimal(BigDecimal value) {
        return value.scale();
    }

    @OnEvent("string")
    int aString(String value) {
        return value.length();
    }

    @OnEvent("bytes")
    int bytes(byte[] value) {
        return value.length;
    }

    @OnEvent("record")
    int aRecord(Point value) {
        return value.x() + value.y();
    }

    @OnEvent("list")
    int aList(List<Object> value) {
        return value.size();
    }

    @OnEvent("map")
    int aMap(Map<String, Object> value) {
        return value.size();
    }

    @OnEvent("object")
    int anObject(JsonObject value) {
        return value.size();
    }

    @OnEvent("json")
    String json(JsonValue value) {
        return value.getValueType().name();
    }
}
