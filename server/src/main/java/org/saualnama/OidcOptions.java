package org.saualnama;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.saualnama.oidc.OidcSettings;
import org.saualnama.oidc.RoleMapping;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The settings of an outside OpenID Connect provider; without an issuer there is none. */
final class OidcOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      defaultValue = "${env:OIDC_ISSUER}",
      description =
          "OIDC_ISSUER: an OpenID Connect provider that vouches for people, exactly as it writes"
              + " its issuer (none).")
  private URI issuer;

  @Option(
      names = "--oidc-client-id",
      paramLabel = "ID",
      defaultValue = "${env:OIDC_CLIENT_ID}",
      description = "OIDC_CLIENT_ID: this server's name at the provider.")
  private String clientId;

  @Option(
      names = "--oidc-client-secret-file",
      paramLabel = "FILE",
      defaultValue = "${env:OIDC_CLIENT_SECRET_FILE}",
      description =
          "OIDC_CLIENT_SECRET_FILE: the file with its secret (none, for a public client).")
  private Path clientSecretFile;

  @Option(
      names = "--oidc-audience",
      paramLabel = "AUDIENCE",
      defaultValue = "${env:OIDC_AUDIENCE}",
      description =
          "OIDC_AUDIENCE: the audience of the provider's access tokens for the API (none taken).")
  private String audience;

  @Option(
      names = "--oidc-roles",
      paramLabel = "RULES",
      defaultValue = "${env:OIDC_ROLES}",
      description =
          "OIDC_ROLES: what its claims grant, as groups=editors->author,"
              + " groups=kz->author:may9-kz, with commas between.")
  private String roles;

  /** As one value; throws a {@link ParameterException} that names the setting that is wrong. */
  Optional<OidcSettings> settings() {
    if (issuer == null) {
      return Optional.empty();
    }
    require(OidcSettings.isPrivate(issuer), "--oidc-issuer (OIDC_ISSUER) must start with https://");
    require(clientId != null, "--oidc-client-id (OIDC_CLIENT_ID) is needed with an issuer");
    require(roles != null, "--oidc-roles (OIDC_ROLES) is needed with an issuer");
    // Its ID tokens are for the client, and are no proof for anybody at the API.
    require(
        !clientId.equals(audience),
        "--oidc-audience (OIDC_AUDIENCE) must not be the client's id: that is what ID tokens have");
    return Optional.of(
        new OidcSettings(issuer, clientId, secret(), Optional.ofNullable(audience), mapping()));
  }

  private RoleMapping mapping() {
    try {
      return new RoleMapping(roles);
    } catch (IllegalArgumentException e) {
      throw wrong("--oidc-roles (OIDC_ROLES): " + e.getMessage());
    }
  }

  private Optional<String> secret() {
    if (clientSecretFile == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(clientSecretFile).strip());
    } catch (IOException e) {
      throw wrong("--oidc-client-secret-file (OIDC_CLIENT_SECRET_FILE) can't be read");
    }
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw wrong(message);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
