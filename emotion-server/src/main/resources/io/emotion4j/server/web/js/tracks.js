const SCORE_MILLIS = 250;
const BOX_MILLIS = 50;
const KEPT_MILLIS = 400;
const KEPT_FRAMES = 2.5;
const LEAST_AFFINITY = 0.2;

/**
 * Follows faces from frame to frame, so that boxes glide and scores do not flicker: each goes a part of the way to its new value,
 * by the time that has passed. A face that is not found for a moment is kept.
 */
export class Tracks {
  #tracks = [];
  #nextId = 1;
  #seenAt = 0;
  #shownAt = 0;
  #keptMillis = KEPT_MILLIS;
  #still;

  /** Where still, boxes jump instead of gliding. */
  constructor(still) {
    this.#still = still;
  }

  /** Takes what was found in a frame; now is in milliseconds. */
  see(faces, now) {
    const passed = now - this.#seenAt;
    const part = towards(passed, SCORE_MILLIS);
    this.#seenAt = now;
    this.#keptMillis = Math.max(KEPT_MILLIS, Math.min(2000, KEPT_FRAMES * passed)); // Longer where the server is slow.
    const free = new Set(this.#tracks);
    for (const face of faces) {
      const track = bestMatch(free, face);
      if (track) {
        free.delete(track);
        track.target = face;
        track.seenAt = now;
        for (const [label, share] of Object.entries(face.scores)) {
          track.scores[label] += part * (share - track.scores[label]);
        }
      } else {
        this.#begin(face, now);
      }
    }
    this.#tracks = this.#tracks.filter((track) => now - track.seenAt <= this.#keptMillis);
  }

  /** The faces as they are to be shown now, in the order in which they came. */
  at(now) {
    const part = this.#still ? 1 : towards(now - this.#shownAt, BOX_MILLIS);
    this.#shownAt = now;
    return this.#tracks.map((track) => {
      glide(track, part);
      const [emotion, score] = Object.entries(track.scores).reduce((a, b) => (b[1] > a[1] ? b : a));
      const presence = Math.max(0, 1 - Math.max(0, (now - track.seenAt) / this.#keptMillis - 0.5));
      const { id, number, box, landmarks, scores } = track;
      return { id, number, box, landmarks, scores, emotion, score, presence, confidence: track.target.confidence };
    });
  }

  #begin(face, now) {
    let number = 1;
    while (this.#tracks.some((track) => track.number === number)) {
      number++;
    }
    this.#tracks.push({
      id: this.#nextId++,
      number,
      target: face,
      box: { ...face.box },
      landmarks: structuredClone(face.landmarks),
      scores: { ...face.scores },
      seenAt: now,
    });
  }
}

const towards = (millis, constant) => 1 - Math.exp(-Math.max(0, millis) / constant);

function glide(track, part) {
  const { box, landmarks } = track.target;
  for (const side of Object.keys(track.box)) {
    track.box[side] += part * (box[side] - track.box[side]);
  }
  if (!landmarks || !track.landmarks) {
    track.landmarks = structuredClone(landmarks);
    return;
  }
  for (const [name, [x, y]] of Object.entries(landmarks)) {
    const point = track.landmarks[name];
    point[0] += part * (x - point[0]);
    point[1] += part * (y - point[1]);
  }
}

function bestMatch(tracks, face) {
  let best = null;
  let most = LEAST_AFFINITY;
  for (const track of tracks) {
    const affinity = iou(track.target.box, face.box) + nearness(track.target.box, face.box);
    if (affinity > most) {
      most = affinity;
      best = track;
    }
  }
  return best;
}

/** 1 for the same centre, 0 from one side apart on: faces that move fast do not overlap from frame to frame. */
function nearness(a, b) {
  const x = a.x + a.width / 2 - b.x - b.width / 2;
  const y = a.y + a.height / 2 - b.y - b.height / 2;
  return Math.max(0, 1 - Math.hypot(x, y) / Math.max(a.width, a.height));
}

function iou(a, b) {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const common = Math.max(0, width) * Math.max(0, height);
  return common / (a.width * a.height + b.width * b.height - common);
}
