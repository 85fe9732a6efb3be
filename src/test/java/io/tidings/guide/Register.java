package io.tidings.guide;

import io.tidings.api.handler.Namespace;
import io.tidings.api.handler.OnEvent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** Validation. */
@Namespace("/register")
public class Register {

    public record Visitor(
            @NotBlank String name,
            @Email String mail,
            @Size(max = 3) List<String> interests) {}

    @OnEvent("sign up")
    String signUp(@Valid Visitor visitor, @Min(0) @Max(120) int age, Optional<String> comment) {
        return visitor.name() + comment.map(text -> ": " + text).orElse("");
    }
}
