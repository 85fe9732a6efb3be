package io.tidings.guide;

import static jakarta.security.enterprise.identitystore.CredentialValidationResult.INVALID_RESULT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Users that the container knows by this application; a database would do as well. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "shop")
public class Users implements IdentityStore {

    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return credential.compareTo("anna", "secret")
                ? new CredentialValidationResult("anna", Set.of("clerk"))
                : INVALID_RESULT;
    }
}
