package io.emotion4j.training.detector;

import io.emotion4j.training.torch.TrainingRun;
import java.util.ArrayList;
import java.util.List;

/**
 * The detector's loss. Score: quality focal loss (Li et al. 2020, beta = 1), whose target is the reference detector's score
 * or, at a face learnt from its label, the overlap of the predicted box with the labelled one. Box: efficient IoU loss (Zhang et
 * al. 2022). Landmarks: distance in units of the face's size.
 *
 * <p>{@code target} is [N,A,{@value CellTargets#VALUES}] as {@link CellTargets} writes it, {@code grid} [A,3] = column, row,
 * stride of each cell.
 */
final class DetectorLoss {

    private static final String STATEMENTS = """
                score = torch.squeeze(torch.cat([score_8, score_16, score_32], 1), 2)
                bbox = torch.cat([bbox_8, bbox_16, bbox_32], 1)
                kps = torch.cat([kps_8, kps_16, kps_32], 1)
                cell = torch.slice(grid, 1, 0, 2)
                stride = torch.slice(grid, 1, 2, 3)
                face = torch.select(target, 2, 15)
                given = torch.select(target, 2, 16)
                counts = torch.select(target, 2, 17)
                number = torch.clamp(torch.sum(face), 1.)
                centre = torch.mul(torch.add(torch.slice(bbox, 2, 0, 2), cell), stride)
                size = torch.mul(torch.exp(torch.clamp(torch.slice(bbox, 2, 2, 4), -4., 5.)), stride)
                low = torch.sub(centre, torch.mul(size, 0.5))
                high = torch.add(centre, torch.mul(size, 0.5))
                low_t = torch.slice(target, 2, 0, 2)
                high_t = torch.slice(target, 2, 2, 4)
                size_t = torch.sub(high_t, low_t)
                inter = torch.prod(torch.clamp(torch.sub(torch.minimum(high, high_t), torch.maximum(low, low_t)), 0.), 2)
                union = torch.sub(torch.add(torch.prod(size, 2), torch.prod(size_t, 2)), inter)
                iou = torch.div(inter, torch.add(union, 0.001))
                hull = torch.sub(torch.maximum(high, high_t), torch.minimum(low, low_t))
                hull2 = torch.add(torch.mul(hull, hull), 0.001)
                gap = torch.sub(centre, torch.mul(torch.add(low_t, high_t), 0.5))
                apart = torch.div(torch.sum(torch.mul(gap, gap), [2]), torch.sum(hull2, [2]))
                side = torch.sub(size, size_t)
                unlike = torch.sum(torch.div(torch.mul(side, side), hull2), [2])
                eiou = torch.add(torch.add(torch.sub(torch.ones_like(iou), iou), apart), unlike)
                box_loss = torch.div(torch.sum(torch.mul(eiou, face)), number)
                overlap = torch.mul(torch.clamp(torch.detach(iou), 0., 1.), face)
                quality = torch.where(torch.lt(given, 0.), overlap, given)
                p = torch.sigmoid(score)
                off = torch.detach(torch.sub(p, quality))
                entropy = torch.sub(torch.softplus(score), torch.mul(score, quality))
                score_loss = torch.div(torch.sum(torch.mul(torch.mul(torch.abs(off), entropy), counts)), number)
                scale = torch.unsqueeze(torch.clamp(torch.sqrt(torch.abs(torch.prod(size_t, 2))), 4.), 2)
                point = torch.reshape(torch.mul(torch.add(torch.reshape(kps, [torch.size(kps, 0), torch.size(kps, 1), 5, 2]), torch.unsqueeze(cell, 1)), torch.unsqueeze(stride, 1)), [torch.size(kps, 0), torch.size(kps, 1), 10])
                miss = torch.div(torch.abs(torch.sub(point, torch.slice(target, 2, 4, 14))), scale)
                weight = torch.mul(torch.select(target, 2, 14), face)
                point_loss = torch.div(torch.sum(torch.mul(torch.mean(torch.clamp(miss, None, 1.), [2]), weight)), torch.clamp(torch.sum(weight), 1.))
                loss = torch.add(torch.add(score_loss, box_loss, alpha=%s), point_loss, alpha=%s)
            """;

    private DetectorLoss() {}

    /** @param hints how many values of the reference detector the network guesses ({@link HintLoss}) */
    static TrainingRun.Loss of(DetectorTrainingOptions.LossWeights weights, int hints) {
        List<String> targets = new ArrayList<>(List.of("target", "grid"));
        List<String> parts = new ArrayList<>(List.of("loss", "scoreLoss", "boxLoss", "landmarkLoss"));
        StringBuilder text = new StringBuilder(STATEMENTS.formatted(weights.box(), weights.landmarks()));
        String results = "loss, torch.detach(score_loss), torch.detach(box_loss), torch.detach(point_loss)";
        if (hints > 0) {
            targets.addAll(HintLoss.targets(hints));
            parts.add("hintLoss");
            text.append(HintLoss.statements(hints))
                    .append("    loss = torch.add(loss, hint_loss, alpha=%s)\n".formatted(weights.hints()));
            results += ", torch.detach(hint_loss)";
        }
        return new TrainingRun.Loss(targets, text + "    return (" + results + ")\n", parts);
    }
}
