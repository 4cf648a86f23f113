package cn.wufei.exchange.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the state of this installation together.
@Singleton
class ShowStatus {

  private final DemoSettings demo;
  private final BeanProvider<SearchHealth> search;
  private final BootstrapState bootstrap;
  private final ObjectMapper json;
  private final String version;

  ShowStatus(
      DemoSettings demo,
      BeanProvider<SearchHealth> search,
      BootstrapState bootstrap,
      ObjectMapper json,
      @Value("${wufei.version:}") String version) {
    this.demo = demo;
    this.search = search;
    this.bootstrap = bootstrap;
    this.json = json;
    this.version = version;
  }

  Status handle() {
    boolean isUp = search.isPresent() && search.get().isUp();
    return new Status(
        demo.enabled(),
        bootstrap.isBootstrapped(),
        isUp ? "up" : "down",
        version,
        demo.enabled() ? accounts() : null);
  }

  /// The file is written by whoever makes the demo data, after start-up, so it is read each time.
  private @Nullable List<Status.DemoAccount> accounts() {
    if (demo.accounts() == null || demo.accounts().isBlank()) {
      return null;
    }
    Path file = Path.of(demo.accounts());
    try {
      return Files.exists(file)
          ? json.readValue(Files.readAllBytes(file), Argument.listOf(Status.DemoAccount.class))
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the demo accounts in " + file, e);
    }
  }
}
