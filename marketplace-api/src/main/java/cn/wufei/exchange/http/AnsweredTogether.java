package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Together;
import io.micronaut.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A use case that takes many commands at once, with the stored answers of its callers: who asked
/// before hears the first answer again, and what is done is kept as an answer, with one statement
/// for all callers of a block.
///
/// @param useCase the use case itself; two of these are the same when theirs is
record AnsweredTogether<C, T>(Answers answers, Together<C, T> useCase)
    implements Together<AnsweredTogether.Question<C>, HttpResponse<T>> {

  @Override
  public List<Outcome<HttpResponse<T>>> handleAll(List<Question<C>> questions) {
    Map<Question<C>, Outcome<HttpResponse<T>>> outcomes = new HashMap<>();
    List<Question<C>> open = questions;
    while (!open.isEmpty()) {
      // The same request, sent twice at once, is answered after its twin.
      List<Question<C>> later = new ArrayList<>();
      Set<IdempotencyStore.Place> places = new HashSet<>();
      List<Question<C>> now = new ArrayList<>();
      for (Question<C> question : open) {
        (places.add(question.asked().scope().place()) ? now : later).add(question);
      }
      answer(now, outcomes);
      open = later;
    }
    return questions.stream()
        .map(question -> Objects.requireNonNull(outcomes.get(question)))
        .toList();
  }

  private void answer(
      List<Question<C>> questions, Map<Question<C>, Outcome<HttpResponse<T>>> outcomes) {
    Map<IdempotencyStore.Place, IdempotencyStore.Answer> earlier =
        answers.find(questions.stream().map(question -> question.asked().scope()).toList());
    List<Question<C>> fresh = new ArrayList<>();
    for (Question<C> question : questions) {
      IdempotencyStore.Answer answer = earlier.get(question.asked().scope().place());
      if (answer == null) {
        fresh.add(question);
      } else {
        outcomes.put(question, answers.replay(answer, question.asked()));
      }
    }
    if (fresh.isEmpty()) {
      return;
    }
    List<Outcome<T>> done = useCase.handleAll(fresh.stream().map(Question::command).toList());
    Map<Answers.Asked, T> values = new LinkedHashMap<>();
    for (int i = 0; i < fresh.size(); i++) {
      Question<C> question = fresh.get(i);
      if (done.get(i) instanceof Outcome.Done<T>(T value)) {
        values.put(question.asked(), value);
      }
      outcomes.put(question, done.get(i).map(HttpResponse::ok));
    }
    answers.keepAll(values);
  }

  /// A caller's request and the command that it holds. Each is only itself: two callers may ask for
  /// the same.
  static final class Question<C> {

    private final Answers.Asked asked;
    private final C command;

    Question(Answers.Asked asked, C command) {
      this.asked = asked;
      this.command = command;
    }

    Answers.Asked asked() {
      return asked;
    }

    C command() {
      return command;
    }
  }
}
