package cn.wufei.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends a process and all that it started: asks first, then kills what is left.
final class ProcessTree {

  private static final Duration AFTER_KILL = Duration.ofSeconds(10);

  private ProcessTree() {}

  /// Returns whether nothing of the tree is left.
  static boolean end(ProcessHandle root, Duration grace) {
    List<ProcessHandle> tree = new ArrayList<>();
    tree.add(root);
    root.descendants().forEach(tree::add);
    root.destroy();
    if (awaitEnd(tree, grace)) {
      return true;
    }
    tree.forEach(ProcessHandle::destroyForcibly);
    return awaitEnd(tree, AFTER_KILL);
  }

  private static boolean awaitEnd(List<ProcessHandle> tree, Duration limit) {
    CompletableFuture<?>[] ends =
        tree.stream()
            .filter(ProcessHandle::isAlive)
            .map(ProcessHandle::onExit)
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
