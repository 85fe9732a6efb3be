package io.tidings.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.api.RefusedException;
import io.tidings.api.Socket;
import io.tidings.api.handler.Auth;
import io.tidings.api.handler.OnEvent;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the validator that containers run around the methods of beans. */
class ViolationsTest {

    private static final ValidatorFactory FACTORY = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();

    record Message(@NotBlank String text, List<@Positive Integer> to) {}

    static class Chat {
        @OnEvent("say")
        String say(Socket socket, @Size(max = 4) String room, @Valid Message message, @Auth("age") @Positive int age) {
            return "";
        }

        @OnEvent("list")
        void list(List<@Valid Message> messages) {}

        @OnEvent("answer")
        @Size(max = 1)
        String answer() {
            return "too long";
        }

        @OnEvent("other")
        void other() {}
    }

    private final Chat chat = new Chat();
    private final Validator validator = FACTORY.getValidator();

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void whatTheClientSentIsRefusedByPath() throws Exception {
        Method say = Chat.class.getDeclaredMethod("say", Socket.class, String.class, Message.class, int.class);
        ConstraintViolationException violated =
                violating(say, Visitor.ANYBODY.socket(), "kitchen", new Message(" ", List.of(1, -1)), 0);

        Throwable translated = violations("say").translated(violated);

        assertThat(translated).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused).hasMessage("Invalid arguments");
            assertThat(refused.data())
                    .isEqualTo(List.of(
                            detail("0", "size must be between 0 and 4"),
                            detail("1.text", "must not be blank"),
                            detail("1.to[1].<list element>", "must be greater than 0"),
                            detail("auth.age", "must be greater than 0")));
        });
    }

    @Test
    void elementsOfAnArgumentHaveAPathToo() throws Exception {
        Method list = Chat.class.getDeclaredMethod("list", List.class);
        ConstraintViolationException violated = violating(list, List.of(new Message("", List.of())));

        assertThat(violations("list").translated(violated))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.data())
                                .isEqualTo(List.of(detail("0[0].text", "must not be blank"))));
    }

    @Test
    void whatAHandlerReturnsIsNotTheClientsFault() throws Exception {
        Method answer = Chat.class.getDeclaredMethod("answer");
        ConstraintViolationException violated = new ConstraintViolationException(
                validator.forExecutables().validateReturnValue(chat, answer, "too long"));

        assertThat(violations("answer").translated(violated)).isSameAs(violated);
    }

    @Test
    void whatOthersAreGivenIsNotTheClientsFault() throws Exception {
        Method list = Chat.class.getDeclaredMethod("list", List.class);
        ConstraintViolationException violated = violating(list, List.of(new Message("", List.of())));
        ConstraintViolationException ofAnEntity =
                new ConstraintViolationException(validator.validate(new Message("", List.of())));

        assertThat(violations("other").translated(violated)).isSameAs(violated);
        assertThat(violations("list").translated(ofAnEntity)).isSameAs(ofAnEntity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no violations", "none known"})
    void anExceptionWithoutViolationsSaysNothingOfTheClient(String message) {
        ConstraintViolationException empty =
                new ConstraintViolationException(message, message.startsWith("none") ? null : Set.of());

        assertThat(violations("other").translated(empty)).isSameAs(empty);
    }

    /** Does itself what the container does around it. */
    static class Checked {
        @OnEvent("say")
        void say(@Size(max = 1) String text) throws Exception {
            Method method = Checked.class.getDeclaredMethod("say", String.class);
            throw new ConstraintViolationException(
                    FACTORY.getValidator().forExecutables().validateParameters(this, method, new Object[] {text}));
        }
    }

    @Test
    void handlersTranslateWhatIsThrownAroundThem() {
        assertThatThrownBy(() -> Calls.call(new Checked(), "say", Visitor.ANYBODY.sends("say", "\"secret\"")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Invalid arguments")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    private ConstraintViolationException violating(Method method, Object... arguments) {
        return new ConstraintViolationException(validator.forExecutables().validateParameters(chat, method, arguments));
    }

    private static Violations violations(String method) {
        return new Violations(HandlerBean.of(Chat.class).methods().stream()
                .filter(each -> each.method().getName().equals(method))
                .findFirst()
                .orElseThrow());
    }

    private static Map<String, String> detail(String path, String message) {
        return Map.of("path", path, "message", message);
    }
}
