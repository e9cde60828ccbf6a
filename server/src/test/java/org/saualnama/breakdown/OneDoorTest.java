package org.saualnama.breakdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saualnama.disclosure.ProtectedRow;
import org.saualnama.disclosure.ProtectedShare;
import org.saualnama.disclosure.ProtectedWeighting;
import org.saualnama.disclosure.PublishedRelease;

/** That what a breakdown is made of can be made by disclosure control only. */
final class OneDoorTest {
  private static final List<Class<?>> PROTECTED =
      List.of(ProtectedRow.class, ProtectedShare.class, PublishedRelease.class);

  @Test
  void nobodyElseMakesWhatIsProtected() {
    for (Class<?> type : PROTECTED) {
      assertTrue(Modifier.isFinal(type.getModifiers()), type::toString);
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        assertEquals(0, constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED));
      }
      makers(type).forEach(maker -> assertTrue(isHidden(maker), maker::toString));
    }
    makers(ProtectedWeighting.class).forEach(maker -> assertTrue(isHidden(maker), maker::toString));
  }

  /** Static methods by which one could come by it all the same. */
  private static Stream<Method> makers(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getGenericReturnType().getTypeName().contains(type.getName()));
  }

  private static boolean isHidden(Method method) {
    return !Modifier.isPublic(method.getModifiers());
  }

  @Test
  void aBreakdownHoldsNoFigureButThroughProtectedRows() {
    List<String> parts =
        Arrays.stream(Breakdown.class.getRecordComponents())
            .map(part -> part.getGenericType().getTypeName().replaceAll("[a-z]+\\.", ""))
            .toList();
    assertEquals(List.of("BreakdownQuery", "PublishedRelease", "List<DomainRow>"), parts);
    List<String> row =
        Arrays.stream(DomainRow.class.getRecordComponents())
            .map(part -> part.getGenericType().getTypeName().replaceAll("[a-z]+\\.", ""))
            .toList();
    assertEquals(List.of("Map<String, String>", "Optional<ProtectedRow>"), row);
  }
}
