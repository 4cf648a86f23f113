package cn.wufei.exchange.local;

import cn.wufei.local.LocalOptions;
import cn.wufei.local.LocalServices;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The servers of the embedded shape and the settings that point the application at them. They
/// outlive the application by a moment, so that requests that are being answered when it is told to
/// stop can still write.
public final class LocalShape {

  public static final String ENVIRONMENT = "local";
  private static final Duration EXIT_GRACE = Duration.ofSeconds(20);
  private static final Duration EXIT_POLL = Duration.ofMillis(20);

  private final LocalServices services;

  private LocalShape(LocalServices services) {
    this.services = services;
  }

  public static boolean isAsked(Map<String, String> environment) {
    return ENVIRONMENT.equals(environment.get("WUFEI_ENVIRONMENT"));
  }

  /// @throws cn.wufei.local.LocalServicesException when a server cannot be started
  public static LocalShape start(Map<String, String> environment) {
    Path state = Path.of(environment.getOrDefault("WUFEI_VAR", "var")).toAbsolutePath();
    LocalOptions options = LocalOptions.defaults().withExitGrace(EXIT_GRACE);
    @Nullable String servers = environment.get("WUFEI_SERVERS_DIR");
    if (servers != null) {
      options = options.withServersDir(Path.of(servers));
    }
    return new LocalShape(LocalServices.start(state, options));
  }

  public Map<String, Object> settings() {
    return Map.of(
        "datasources.default.url", services.jdbcUrl(),
        "datasources.default.username", services.databaseUser(),
        "datasources.default.password", services.databasePassword(),
        "wufei.database.migration-user", services.databaseMigrationUser(),
        "wufei.database.migration-password", services.databaseMigrationPassword(),
        "elasticsearch.http-hosts", services.searchUrl());
  }

  /// Stops the servers when the application has stopped.
  public void stopAfter(ApplicationContext application) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  awaitStopped(application);
                  services.close();
                },
                "local-services"));
  }

  private static void awaitStopped(ApplicationContext application) {
    long deadline = System.nanoTime() + EXIT_GRACE.toNanos();
    try {
      while (application.isRunning() && System.nanoTime() < deadline) {
        Thread.sleep(EXIT_POLL);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
