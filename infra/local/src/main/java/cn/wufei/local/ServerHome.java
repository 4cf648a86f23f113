package cn.wufei.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds a server's unpacked program. The build of `infra/local` puts them below its
/// `target/servers`.
final class ServerHome {

  private static final Path BUILT = Path.of("infra", "local", "target", "servers");

  private ServerHome() {}

  /// @param program path inside the server's folder that must be there, such as `bin/mariadbd`
  static Path find(LocalOptions options, String server, String program) {
    requireSupportedSystem();
    Path home = home(options, server);
    if (!Files.isRegularFile(home.resolve(program))) {
      throw new LocalServicesException(
          "%s is not unpacked at %s: build the module infra/local (%s)"
              .formatted(
                  server,
                  home,
                  server.equals("mysql")
                      ? "mvn process-resources -pl infra/local -Dwufei.test.database=mysql"
                      : "mvn process-resources -pl infra/local"));
    }
    return home;
  }

  private static Path home(LocalOptions options, String server) {
    if (options.serversDir() != null) {
      return options.serversDir().resolve(server).toAbsolutePath();
    }
    @Nullable Path built = searchUpwards(codeLocation());
    if (built == null) {
      built = searchUpwards(Path.of("").toAbsolutePath());
    }
    return (built == null ? BUILT : built).resolve(server).toAbsolutePath();
  }

  private static @Nullable Path searchUpwards(@Nullable Path start) {
    for (@Nullable Path dir = start; dir != null; dir = dir.getParent()) {
      if (Files.isDirectory(dir.resolve(BUILT))) {
        return dir.resolve(BUILT);
      }
    }
    return null;
  }

  private static @Nullable Path codeLocation() {
    @Nullable CodeSource source = ServerHome.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return null;
    }
    try {
      URI location = source.getLocation().toURI();
      return location.getScheme().equals("file") ? Path.of(location) : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static void requireSupportedSystem() {
    String name = System.getProperty("os.name", "");
    String architecture = System.getProperty("os.arch", "");
    boolean supported =
        name.toLowerCase(Locale.ROOT).equals("linux") && architecture.equals("amd64");
    if (!supported) {
      throw new LocalServicesException(
          "The local servers run on 64-bit x86 Linux only, not on %s %s: run the one-host shape (infra/compose.yaml)"
              .formatted(name, architecture));
    }
  }
}
