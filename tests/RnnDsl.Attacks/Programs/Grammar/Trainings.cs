namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Declares trainings.</summary>
internal static class Trainings
{
    public static void Add(Declarations program, ModelType model)
    {
        var draw = program.Draw;
        var training = new ClassText(program, "Training" + Options(program), program.Name("Training"), [], []);
        var field = training.Own(model.Name, "model", "");
        var data = model.Inputs.Select(kind => (Text: training.Names.Take("x"), Kind: kind)).ToList();
        var scope = new Scope(training, data);
        var prediction = scope.Let(
            model.Result,
            $"{field}.{model.Method}({string.Join(", ", data.Select(a => a.Text))})"
        );
        var (terms, targets) = Losses.Of(scope, model.Result, prediction);
        var loss = string.Join(" + ", terms);
        if (draw.Percent(15) && !program.HasTables)
        {
            loss += $" + 0.01f * L2({field})";
        }

        if (model.Penalty is { } penalty)
        {
            loss += $" + {field}.{penalty}()";
        }

        if (program.IsPerStep && draw.Percent(40))
        {
            // A sum over the steps, alone or with a mean.
            loss =
                $"Length({data[0].Text}) * ({loss})"
                + (draw.Percent(50) ? $" + {draw.Of("2", "0.5f")} * ({loss})" : "");
        }

        if (draw.Percent(15))
        {
            var setting = training.Names.Take("Beta");
            training.Add($"[Setting] public float {setting} {{ get; set; }} = 0.5f;");
            loss += $" + {setting} * ({loss})";
        }

        var parameters = data.Concat(targets).Select(a => $"{a.Kind} {a.Text}");
        training.Add($"public Scalar Loss({string.Join(", ", parameters)}){scope.Body(loss)}");
        program.Add($"{training}");
    }

    private static string Options(Declarations program)
    {
        var draw = program.Draw;
        var options = new List<string>
        {
            $"Optimizer = typeof({draw.Of("Adam", "Sgd", "RmsProp", "AdamW")})",
            "LearningRate = 1e-2f",
        };
        if (draw.Percent(20))
        {
            options.Add("ClipNorm = 1f");
        }

        if (program.IsPerStep)
        {
            options.Add("Truncate = 3, Stateful = true");
        }

        return $"({string.Join(", ", options)})";
    }
}
