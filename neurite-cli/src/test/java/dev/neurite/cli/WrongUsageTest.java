package dev.neurite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.neurite.activation.Activation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Command lines that are refused: one sentence that names the option, the rule and the value, exit code 2.
class WrongUsageTest {
    @TempDir
    private Path folder;

    private Cli.Run train(String... more) {
        Path out = folder.resolve("model.onnx");
        List<Object> arguments =
                new ArrayList<>(List.of("train", Cli.PENGUINS, "--target", "species", "--out", out, "--quiet"));
        arguments.addAll(List.of(more));
        Cli.Run run = Cli.run(arguments.toArray());
        assertThat(Files.exists(out)).isFalse();
        return run;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --epochs 0               | --epochs must be positive, got 0.
            --epochs -3              | --epochs must be positive, got -3.
            --steps 0                | --steps must be positive, got 0.
            --batch-size 0           | --batch-size must be positive, got 0.
            --patience 0             | --patience must be positive, got 0.
            --learning-rate 0        | --learning-rate must be finite and positive, got 0.
            --learning-rate 1e400    | --learning-rate must be finite and positive, got 1e400.
            --learning-rate NaN      | --learning-rate must be finite and positive, got NaN.
            --learning-rate Infinity | --learning-rate must be finite and positive, got Infinity.
            --weight-decay -1        | --weight-decay must be finite and not negative, got -1.
            --weight-decay 1e400     | --weight-decay must be finite and not negative, got 1e400.
            --dropout 1              | --dropout must be in [0, 1), got 1.
            --dropout -0.10          | --dropout must be in [0, 1), got -0.10.
            --test 1                 | --test must be in [0, 1), got 1.
            --test -0.1              | --test must be in [0, 1), got -0.1.
            --test NaN               | --test must be in [0, 1), got NaN.
            --validation 1.5         | --validation must be in [0, 1), got 1.5.
            --threads 0              | --threads must be between 1 and 256, got 0.
            --threads 1000           | --threads must be between 1 and 256, got 1000.
            --warmup -1              | --warmup must not be negative, got -1.
            --hidden 0               | --hidden must be positive, got 0.
            --hidden 64,0            | --hidden must be positive, got 0 for layer 2 of 64,0.
            --hidden none --batch-norm             | --batch-norm needs a layer of --hidden, got none.
            --hidden none --layer-norm             | --layer-norm needs a layer of --hidden, got none.
            --hidden none --dropout 0.1            | --dropout needs a layer of --hidden, got none.
            --hidden none --max-norm 2             | --max-norm needs a layer of --hidden, got none.
            --hidden none --activation tanh        | --activation needs a layer of --hidden, got none.
            --hidden 64,,64          | --hidden must be whole numbers such as 64,64 or none, got 64,,64.
            --hidden wide            | --hidden must be whole numbers such as 64,64 or none, got wide.
            --hidden 100000,100000   | --hidden must make a network of at most 500,000,000 parameters, got 10,001,900,003.
            --max-norm 0             | --max-norm must be finite and positive, got 0.
            --batch-norm --layer-norm | Only one of --batch-norm and --layer-norm can be given.
            --batch-norm --batch-size 1 | --batch-norm needs batches of at least 2 rows, but --batch-size is 1.
            --residual --hidden 64,32 | --residual needs two layers of --hidden of equally many units in a row, got 64,32.
            --residual --hidden none | --residual needs two layers of --hidden of equally many units in a row, got none.
            --optimizer lbfgs --batch-norm         | --batch-norm is not for --optimizer lbfgs.
            --optimizer lbfgs --max-norm 2         | --max-norm is not for --optimizer lbfgs.
            --optimizer newton       | --optimizer must be one of adam, adamw, amsgrad, adamax, nadam, radam, rmsprop, rmsprop-momentum, rmsprop-centered, adagrad, adadelta, lion, rprop, sgd, momentum, nesterov, lbfgs, got newton.
            --optimizer rprop --weight-decay 0.1   | --weight-decay is not for --optimizer rprop.
            --optimizer lion --weight-decay -1     | --weight-decay must be finite and not negative, got -1.
            --optimizer lbfgs --weight-decay -1    | --weight-decay must be finite and not negative, got -1.
            --optimizer lbfgs --schedule cosine    | --schedule is not for --optimizer lbfgs.
            --optimizer lbfgs --learning-rate 0.1  | --learning-rate is not for --optimizer lbfgs.
            --schedule zigzag        | --schedule must be one of constant, step, multi-step, exponential, cosine, cosine-restarts, flat-cosine, log-cosine, one-cycle, linear, polynomial, inverse-scaling, plateau, got zigzag.
            --schedule step          | --schedule must have 1 to 2 numbers behind the name, such as name:1, got step.
            --schedule step:0        | --schedule step:0 is out of range: interval must be positive, got 0.
            --schedule step:1.5      | --schedule must have whole numbers there, got step:1.5.
            --schedule cosine:low    | --schedule must have numbers behind the colon, got cosine:low.
            --schedule cosine:-1     | --schedule cosine:-1 is out of range: minimum must be finite and not negative, got -1.0.
            --schedule exponential:2 | --schedule exponential:2 is out of range: factor must be in (0, 1], got 2.0.
            --schedule multi-step:0.1,5,3       | --schedule multi-step:0.1,5,3 is out of range: milestones must be ascending and not negative, got [5, 3].
            --schedule cosine-restarts:10,0     | --schedule cosine-restarts:10,0 is out of range: multiplier must be positive, got 0.
            --schedule cosine-restarts:10,1e10  | --schedule must have smaller whole numbers there, got cosine-restarts:10,1e10.
            --schedule polynomial:0  | --schedule polynomial:0 is out of range: power must be finite and positive, got 0.0.
            --schedule linear:1      | --schedule must have no number behind the name, got linear:1.
            --clip-norm 0            | --clip-norm must be finite and positive, got 0.
            --average mean           | --average must be one of none, ema, swa, got mean.
            --average ema:1          | --average ema:1 is out of range: decay must be in [0, 1), got 1.0.
            --loss hinge             | --loss must be one of cross-entropy, focal, squared-error, absolute-error, huber, smooth-l1, log-cosh, quantile, poisson, gaussian, got hinge.
            --loss foo --task classification       | --loss must be one of cross-entropy, focal, squared-error, absolute-error, huber, smooth-l1, log-cosh, quantile, poisson, gaussian, got foo.
            --loss mse:3             | --loss must have no number behind the name, got mse:3.
            --loss focal:-1          | --loss focal:-1 is out of range: gamma must be finite and not negative, got -1.0.
            --loss smooth-l1:0       | --loss smooth-l1:0 is out of range: beta must be positive and finite, got 0.0.
            --loss huber:0           | --loss huber:0 is out of range: delta must be positive and finite, got 0.0.
            --loss quantile          | --loss quantile must name its quantiles, each once, such as quantile:0.1,0.5,0.9, got quantile.
            --loss quantile:0.5,1    | --loss quantile:0.5,1 is out of range: quantiles must each be in (0, 1), got 1.0.
            --loss mse --task classification       | --loss mse is for numbers, but --task is classification.
            --loss focal --task regression         | --loss focal is for labels, but --task is regression.
            --loss squared-error     | --loss squared-error is for numbers, but column "species" holds 3 distinct texts.
            --loss quantile:0.5      | --loss quantile:0.5 is for numbers, but column "species" holds 3 distinct texts.
            --loss binary-cross-entropy            | --loss binary-cross-entropy is for two labels, but column "species" has 3; --loss cross-entropy is for any number.
            --label-smoothing 1      | --label-smoothing must be in [0, 1), got 1.
            --label-smoothing 0.1 --loss mse       | --label-smoothing needs the loss cross-entropy, got mean squared error.
            --label-smoothing 0.1 --task regression | --label-smoothing is for labels, but --task is regression.
            --class-weights heavy    | --class-weights must be balanced, or labels with weights that are finite and not negative, such as A=2,B=1, got heavy.
            --class-weights A=-1     | --class-weights must be balanced, or labels with weights that are finite and not negative, such as A=2,B=1, got A=-1.
            --class-weights A=1,A=2  | --class-weights must be balanced, or labels with weights that are finite and not negative, such as A=2,B=1, got A=1,A=2.
            --class-weights Adelie=0,Chinstrap=0,Gentoo=0 | Class weights must not all be 0, but those of all labels of column "species", "Adelie", "Chinstrap", "Gentoo", are.
            --class-weights A=nan    | --class-weights must be balanced, or labels with weights that are finite and not negative, such as A=2,B=1, got A=nan.
            --class-weights Emperor=2 | Class weights name "Emperor", which is none of the labels of column "species", "Adelie", "Chinstrap", "Gentoo".
            --weight-column species  | --weight-column must not be a target, got species.
            --weight-column sexx     | penguins.csv has no column "sexx"; the nearest name is "sex".
            --weight-column sex      | penguins.csv, line 2, column "sex": a weight must be a number that is finite and not negative, got "male".
            --metric rmse            | --metric must be one of accuracy, balancedAccuracy, logLoss, brier, matthews, kappa, calibrationError, auc, averagePrecision, precision, recall, f1, top5, got rmse.
            --metric f1Class9        | --metric f1Class9 is out of range: f1Class9 must be of a class below 3, the number of classes, got 9.
            --metric top5            | --metric top5 is out of range: top5 must count fewer than 3, the number of classes, or it is always 1, got 5.
            --metric top3            | --metric top3 is out of range: top3 must count fewer than 3, the number of classes, or it is always 1, got 3.
            --metric accuracy --validation 0 | --metric needs validation rows, but --validation is 0.
            --max-time 0s            | --max-time must be a positive time such as 90s, 10m or 1h30m, got 0s.
            --max-time 90            | --max-time must be a positive time such as 90s, 10m or 1h30m, got 90.
            --max-time abc           | --max-time must be a positive time such as 90s, 10m or 1h30m, got abc.
            --folds 1                | --folds must be at least 2, got 1.
            --folds 5 --test 0.1     | Only one of --folds and --test can be given.
            --folds 400              | penguins.csv has 344 rows with a target, too few for 400 folds.
            --task guess             | --task must be one of auto, classification, regression, got guess.
            --validation 0 --patience 5 | --patience needs validation rows, but --validation is 0.
            --test 0.1 --test-data x | Only one of --test and --test-data can be given.
            --exclude species        | Column "species" is the target and cannot be excluded.
            """)
    void train_withAnOptionOutOfRange_isRefused(String options, String sentence) {
        train(options.split(" ")).isRefusedWith(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --epoch 3          | There is no option --epoch; did you mean --epochs?
            --lerning-rate 0.1 | There is no option --lerning-rate; did you mean --learning-rate?
            --xyzzy            | There is no option --xyzzy.
            --epochs many      | --epochs must be a whole number, got many.
            --epochs 1e10      | --epochs must be a whole number, got 1e10.
            --epochs 99999999999 | --epochs must be a smaller whole number, got 99999999999.
            --seed 1.5         | --seed must be a whole number, got 1.5.
            --warmup abc       | --warmup must be a whole number, got abc.
            --folds 2.5        | --folds must be a whole number, got 2.5.
            --learning-rate fast | --learning-rate must be a number, got fast.
            --dropout much     | --dropout must be a number, got much.
            --epochs 1 --epochs 2 | --epochs is given twice.
            --epochs           | --epochs needs a value, N.
            more.csv           | There is one argument too many, more.csv.
            """)
    void train_withAnOptionNotUnderstood_isRefused(String options, String sentence) {
        train(options.split(" ")).isRefusedWith(sentence + " (neurite train --help explains its usage)");
    }

    @ParameterizedTest
    @CsvSource({"train", "gradcheck"})
    void activation_thatIsNotThere_isRefusedWithTheNames(String command) {
        List<Object> arguments = command.equals("train")
                ? List.of("train", Cli.PENGUINS, "--target", "species", "--activation", "swish")
                : List.of("gradcheck", "--layers", "2,1", "--activation", "swish");
        Cli.run(arguments.toArray())
                .isRefusedWith("--activation must be one of relu, leakyrelu, elu, celu, selu, gelu, gelutanh, silu,"
                        + " mish, softplus, softsign, tanh, sigmoid, logsigmoid, hardsigmoid, hardswish, hardtanh,"
                        + " relu6, identity, got swish.");
    }

    @Test
    void activations_thatAreNamed_areAllThatThereAre() {
        assertThat(Activations.NAMES.split(", "))
                .containsExactlyInAnyOrderElementsOf(
                        Activation.builtIn().stream().map(Activation::name).toList());
    }

    @Test
    void train_withoutATarget_isRefused() {
        Cli.run("train", Cli.PENGUINS)
                .isRefusedWith("--target COLUMN is needed. (neurite train --help explains its usage)");
    }

    @Test
    void train_withoutData_isRefused() {
        Cli.run("train", "--target", "species")
                .isRefusedWith("DATA is needed. (neurite train --help explains its usage)");
    }

    @Test
    void train_withAMisspeltOptionAndWithoutATarget_isToldOfTheOption() {
        Cli.run("train", Cli.PENGUINS, "--targt", "species")
                .isRefusedWith(
                        "There is no option --targt; did you mean --target? (neurite train --help explains its usage)");
    }

    @Test
    void predict_withoutData_isRefused() {
        Cli.run("predict", "model.onnx").isRefusedWith("DATA is needed. (neurite predict --help explains its usage)");
    }

    @Test
    void neurite_withoutACommand_isRefused() {
        Cli.run()
                .isRefusedWith("A command is needed: train, predict, evaluate, inspect, example, gradcheck or bench."
                        + " (neurite --help explains its usage)");
    }

    @Test
    void neurite_withAnUnknownCommand_isRefusedWithTheNearest() {
        Cli.run("trian", "penguins.csv")
                .isRefusedWith("There is no command trian; did you mean train? (neurite --help explains its usage)");
    }

    @Test
    void anyCommand_withAnUnknownChoiceOfKernels_isRefusedAtTheStart() {
        System.setProperty("neurite.simd", "foo");
        try {
            Cli.run("inspect", "no.onnx")
                    .isRefusedWith("-Dneurite.simd must be one of 128, 256, 512, auto, scalar, got foo.");
        } finally {
            System.clearProperty("neurite.simd");
        }
    }
}
