package cn.wufei.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the local servers are started. Take [#defaults()] and change what you need.
///
/// @param serversDir folder with the unpacked servers (`elasticsearch`, `mariadb`, `mysql`), or
///   null to look for the one that the build of `infra/local` fills
/// @param databasePort TCP port of the database on 127.0.0.1; 0 takes a free one
/// @param searchPort TCP port of Elasticsearch on 127.0.0.1; 0 takes a free one
/// @param databaseBufferMb InnoDB buffer pool in MiB
/// @param databaseArguments further arguments for the database server; the last one wins
/// @param searchHeapMb fixed heap of Elasticsearch in MiB
/// @param minimumFreeMb a start is refused when the disk below has less room than this, in MiB
/// @param exitGrace at the end of the JVM the servers are stopped anyway; an application that still
///   needs them while it shuts down, and closes them itself when it is done, gets this long
public record LocalOptions(
    @Nullable Path serversDir,
    int databasePort,
    int searchPort,
    int databaseBufferMb,
    List<String> databaseArguments,
    int searchHeapMb,
    long minimumFreeMb,
    Duration exitGrace) {

  public LocalOptions {
    databaseArguments = List.copyOf(databaseArguments);
    requirePort("databasePort", databasePort);
    requirePort("searchPort", searchPort);
    if (databaseBufferMb < 16 || searchHeapMb < 128 || minimumFreeMb < 0) {
      throw new IllegalArgumentException(
          "databaseBufferMb must be 16 or more, searchHeapMb 128 or more, minimumFreeMb 0 or more");
    }
  }

  public static LocalOptions defaults() {
    return new LocalOptions(null, 0, 0, 256, List.of(), 512, 1024, Duration.ZERO);
  }

  public LocalOptions withServersDir(Path dir) {
    return new LocalOptions(
        dir,
        databasePort,
        searchPort,
        databaseBufferMb,
        databaseArguments,
        searchHeapMb,
        minimumFreeMb,
        exitGrace);
  }

  public LocalOptions withPorts(int database, int search) {
    return new LocalOptions(
        serversDir,
        database,
        search,
        databaseBufferMb,
        databaseArguments,
        searchHeapMb,
        minimumFreeMb,
        exitGrace);
  }

  public LocalOptions withDatabaseArguments(int bufferMb, List<String> arguments) {
    return new LocalOptions(
        serversDir,
        databasePort,
        searchPort,
        bufferMb,
        arguments,
        searchHeapMb,
        minimumFreeMb,
        exitGrace);
  }

  public LocalOptions withSearchHeapMb(int heapMb) {
    return new LocalOptions(
        serversDir,
        databasePort,
        searchPort,
        databaseBufferMb,
        databaseArguments,
        heapMb,
        minimumFreeMb,
        exitGrace);
  }

  public LocalOptions withMinimumFreeMb(long freeMb) {
    return new LocalOptions(
        serversDir,
        databasePort,
        searchPort,
        databaseBufferMb,
        databaseArguments,
        searchHeapMb,
        freeMb,
        exitGrace);
  }

  public LocalOptions withExitGrace(Duration grace) {
    return new LocalOptions(
        serversDir,
        databasePort,
        searchPort,
        databaseBufferMb,
        databaseArguments,
        searchHeapMb,
        minimumFreeMb,
        grace);
  }

  private static void requirePort(String name, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(name + " must be 0 to 65535, not " + port);
    }
  }
}
