package dev.neurite.textbook;

import dev.neurite.initialize.Initializer;
import dev.neurite.network.Dense;
import dev.neurite.parameter.Learning;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.List;

/// A dense layer with its activation.
///
/// Forward, for each row r, input i and output j:
///
/// ```text
/// Z = X·W + b       z[r][j]  = b[j] + Σᵢ x[r][i]·w[i][j]
/// A = f(Z)          a[r][j]  = f(z[r][j])
/// ```
///
/// Backward, from dA:
///
/// ```text
/// dZ = dA ⊙ f′(Z)   dz[r][j] = da[r][j]·f′(z[r][j])
/// dW = Xᵀ·dZ        dw[i][j] = Σᵣ x[r][i]·dz[r][j]
/// db = Σ_rows dZ    db[j]    = Σᵣ dz[r][j]
/// dX = dZ·Wᵀ        dx[r][i] = Σⱼ dz[r][j]·w[i][j]
/// ```
///
/// `w[i][j]` is `p[from + i·units + j]`; `b[j]` stands behind the weights. A frozen layer has no gradients dW and db.
/// Rumelhart, Hinton, Williams 1986,
/// "Learning representations by back-propagating errors".
///
/// @param place  where the layer stands
/// @param inputs columns of X
/// @param dense  the number of units, which are the columns of Z and A, the activation f, and whether b is there
record DenseLayer(Place place, int inputs, Dense dense) implements TextbookLayer {
    @Override
    public Trace forward(double[] p, double[][] x, DropoutMasks masks) {
        double[][] z = new double[x.length][dense.units()];
        double[][] a = new double[x.length][dense.units()];
        for (int r = 0; r < x.length; r++) {
            addBias(p, z[r]);
            addProduct(x[r], p, z[r]);
            for (int j = 0; j < dense.units(); j++) {
                a[r][j] = dense.activation().value(z[r][j]);
            }
        }
        return new Trace(x, z, a);
    }

    @Override
    public double[][] backward(double[] p, Trace trace, double[][] dA, double[] gradient) {
        double[][] x = trace.input();
        double[][] z = trace.inner();
        double[][] dX = new double[x.length][];
        for (int r = 0; r < x.length; r++) {
            double[] dz = new double[dense.units()];
            for (int j = 0; j < dense.units(); j++) {
                dz[j] = dA[r][j] * dense.activation().derivative(z[r][j]);
            }
            if (!dense.learning().frozen()) {
                addWeightGradient(x[r], dz, gradient);
                addBiasGradient(dz, gradient);
            }
            dX[r] = inputGradient(dz, p);
        }
        return dX;
    }

    /// `z[j] += b[j]`
    private void addBias(double[] p, double[] z) {
        for (int j = 0; dense.bias() && j < dense.units(); j++) {
            z[j] += p[biasFrom() + j];
        }
    }

    /// `z[j] += Σᵢ x[i]·w[i][j]`
    private void addProduct(double[] x, double[] p, double[] z) {
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < dense.units(); j++) {
                z[j] += x[i] * p[place.from() + i * dense.units() + j];
            }
        }
    }

    /// `dw[i][j] += x[i]·dz[j]`, one row's share of the sum over rows
    private void addWeightGradient(double[] x, double[] dz, double[] gradient) {
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < dense.units(); j++) {
                gradient[place.from() + i * dense.units() + j] += x[i] * dz[j];
            }
        }
    }

    /// `db[j] += dz[j]`, one row's share of the sum over rows
    private void addBiasGradient(double[] dz, double[] gradient) {
        for (int j = 0; dense.bias() && j < dense.units(); j++) {
            gradient[biasFrom() + j] += dz[j];
        }
    }

    /// `dx[i] = Σⱼ dz[j]·w[i][j]`
    private double[] inputGradient(double[] dz, double[] p) {
        double[] dx = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < dense.units(); j++) {
                dx[i] += dz[j] * p[place.from() + i * dense.units() + j];
            }
        }
        return dx;
    }

    private int biasFrom() {
        return place.from() + inputs * dense.units();
    }

    @Override
    public void initialize(double[] p, Seed seed) {
        for (ParameterBlock block : blocks()) {
            Initializer initializer = block.from() == place.from() ? dense.weights() : dense.biases();
            Seed own = seed.split(block.name());
            for (int i = 0; i < block.size(); i++) {
                p[block.from() + i] = initializer.draw(own, i, inputs, dense.units());
            }
        }
    }

    /// `dw += l1·sign(w) + l2·w`, which is what `l1·Σ|w| + ½·l2·Σw²` adds to the loss.
    @Override
    public void addPenalty(double[] p, double[] gradient) {
        Learning learning = dense.learning();
        for (int i = place.from(); !learning.frozen() && i < biasFrom(); i++) {
            gradient[i] += learning.l1() * Math.signum(p[i]) + learning.l2() * p[i];
        }
    }

    /// `w[i][j] ← w[i][j]·factor(‖w[·][j]‖)`
    @Override
    public void constrain(double[] p) {
        for (int j = 0; !dense.learning().frozen() && j < dense.units(); j++) {
            double squares = 0;
            for (int i = place.from() + j; i < biasFrom(); i += dense.units()) {
                squares += p[i] * p[i];
            }
            double factor = dense.learning().constraint().factor(Math.sqrt(squares));
            for (int i = place.from() + j; i < biasFrom(); i += dense.units()) {
                p[i] *= factor;
            }
        }
    }

    @Override
    public List<ParameterBlock> blocks() {
        boolean decays = !dense.learning().frozen();
        List<ParameterBlock> blocks = new ArrayList<>();
        blocks.add(block("weight", place.from(), inputs, decays));
        if (dense.bias()) {
            blocks.add(block("bias", biasFrom(), 1, false));
        }
        return blocks;
    }

    private ParameterBlock block(String name, int from, int rows, boolean decays) {
        return new ParameterBlock(place.prefix() + name, place.layer(), from, rows, dense.units(), decays);
    }
}
