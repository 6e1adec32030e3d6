import { cardOf } from "./modelcard.js";
import { classTable } from "./classtable.js";
import { confusionTable } from "./confusion.js";
import { detectorFigures, detectorText } from "./detector.js";
import { byId, make } from "./dom.js";
import { metricTable } from "./figures.js";
import { warn } from "./messages.js";
import { reliability } from "./reliability.js";
import { models } from "./server.js";
import { tiles } from "./tiles.js";

const section = (title, why, ...children) =>
  make("section", { "aria-label": title }, make("h2", {}, title), make("p", { class: "why" }, why), ...children);

function classifierSections({ evaluation, metrics }) {
  if (!evaluation) {
    return [
      section("Figures", "As the model's card gives them. This model brings no evaluation in detail.", metricTable(metrics)),
    ];
  }
  return [
    section("At a glance", truthText(evaluation), tiles(evaluation)),
    make(
      "div",
      { class: "pair" },
      section("Each expression", CLASS_TEXT, classTable(evaluation.perClass)),
      section("What is taken for what", CONFUSION_TEXT, confusionTable(evaluation.confusion)),
    ),
    section("Does it know when it is unsure?", RELIABILITY_TEXT, reliability(evaluation.reliability)),
  ];
}

function detectorSections(detector) {
  const { evaluation, metrics } = detector;
  const figures = evaluation?.ap
    ? [section("Which faces are found", detectorText(evaluation), ...detectorFigures(evaluation))]
    : [section("Which faces are found", "As the model's card says.", metricTable(metrics ?? {}))];
  return [...figures, section(`The detector ${detector.id}`, licenceText(detector), ...cardOf(detector))];
}

const CLASS_TEXT =
  "Precision: of those the model calls so, how many people call so. Recall: of those people call so, how many the model finds. " +
  "F1 is between the two.";
const CONFUSION_TEXT = "A row for what people say, a column for what the model says; each row adds up to 100 %.";
const RELIABILITY_TEXT =
  "Answers sorted by how sure the model was. Where a bar ends on the dashed line, an answer that is 80 % sure is right in 80 % of " +
  "the cases.";

const TRUTHS = { votes: "the majority of ten people's votes", labels: "the label that each picture came with" };

const truthText = ({ pictures, truth }) =>
  `On ${pictures.toLocaleString("en")} faces that the training did not see, compared with ${TRUTHS[truth] ?? truth}. ` +
  "They chose the training's options, though: expect a little less elsewhere.";

async function show() {
  byId("main").setAttribute("aria-busy", "true");
  byId("message").replaceChildren();
  try {
    const { classifier, detector } = await models();
    byId("lead").textContent =
      `${classifier.id} ${classifier.version} names ${classifier.labels.length} expressions of faces that ` +
      `${detector.id} ${detector.version} finds. It sees an expression on a picture, not what a person feels.`;
    byId("figures").replaceChildren(
      ...classifierSections(classifier),
      section(`The classifier ${classifier.id}`, licenceText(classifier), ...cardOf(classifier)),
      ...detectorSections(detector),
    );
  } catch (error) {
    if (!error.kind) {
      throw error;
    }
    byId("lead").textContent = "The figures could not be loaded.";
    warn(error.message, { detail: error.detail, action: { label: "Try again", run: show } });
  } finally {
    byId("main").setAttribute("aria-busy", "false");
  }
}

const licenceText = ({ license, trainingData, source }) =>
  [license && `Licence: ${license}.`, trainingData && `Training data: ${trainingData.replace(/\.$/, "")}.`, source && `Source: ${source}.`]
    .filter(Boolean)
    .join(" ");

show();
