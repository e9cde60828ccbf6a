// The words of the page's language, which the server puts into #say.
const words = document.getElementById("say");

export const say = (key, ...values) =>
  values.reduce((text, value, i) => text.replace(`{${i}}`, value), words.dataset[key]);
