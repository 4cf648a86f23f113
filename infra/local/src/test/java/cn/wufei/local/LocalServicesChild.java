package cn.wufei.local;

import java.nio.file.Path;
import java.time.Duration;

/// An application that uses the local services, to be ended in every way there is.
final class LocalServicesChild {

  private LocalServicesChild() {}

  public static void main(String[] arguments) throws InterruptedException {
    LocalServices services = LocalServices.start(Path.of(arguments[0]), LocalOptions.defaults());
    System.out.println(services.searchUrl());
    System.out.println(services.awaitSearch(Duration.ofMinutes(2)) ? "up" : "down");
    Thread.currentThread().join();
  }
}
