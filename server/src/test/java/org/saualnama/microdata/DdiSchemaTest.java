package org.saualnama.microdata;

import java.io.ByteArrayInputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our DDI files are valid: by DDI's own schema where {@code DDI_SCHEMA} says where its codebook.xsd
 * of 2.5 lies, else by the part of it that we wrote down ourselves.
 */
final class DdiSchemaTest {
  private static Schema schema() throws Exception {
    Optional<String> official = Optional.ofNullable(System.getenv("DDI_SCHEMA"));
    URL url =
        official.isPresent()
            ? Path.of(official.get()).toUri().toURL()
            : DdiSchemaTest.class.getResource("ddi-subset.xsd");
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "file");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
    return factory.newSchema(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kk", "ru", "en"})
  void ourCodebookIsValid(String language) throws Exception {
    byte[] file = Garden.file(Format.DDI, language, 1);
    schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(file)));
  }
}
