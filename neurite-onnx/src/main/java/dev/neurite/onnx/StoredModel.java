package dev.neurite.onnx;

import dev.neurite.model.Model;
import dev.neurite.table.TableModel;

/// What a model file holds.
public sealed interface StoredModel {
    /// The network in it.
    Model network();

    /// A model that reads columns of a table.
    ///
    /// @param model the model
    record OfTable(TableModel model) implements StoredModel {
        @Override
        public Model network() {
            return model.model();
        }
    }

    /// A network alone, which reads rows of floats.
    ///
    /// @param model the model
    record OfFloats(Model model) implements StoredModel {
        @Override
        public Model network() {
            return model;
        }
    }
}
