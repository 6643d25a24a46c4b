namespace RnnDsl.Generator.Programs;

/// <summary>A visitor that finds nothing, but writes or checks.</summary>
public abstract class EpilogueAction : IEpilogueVisitor<bool>
{
    public void Run(EpilogueStep step) => step.Accept(this);

    protected abstract void Run(AccumulatorStep step);

    protected abstract void Run(ComputeStep step);

    protected abstract void Run(ConstStep step);

    protected abstract void Run(LoadParameterStep step);

    protected abstract void Run(LoadScalarStep step);

    protected abstract void Run(LoadStep step);

    protected abstract void Run(LoadTableStep step);

    protected abstract void Run(MaskStep step);

    protected abstract void Run(RepeatStep step);

    protected abstract void Run(SeedStep step);

    protected abstract void Run(SizeStep step);

    protected abstract void Run(StoreStep step);

    protected abstract void Run(SumStep step);

    bool IEpilogueVisitor<bool>.Visit(AccumulatorStep step)
    {
        Run(step);
        return true;
    }

    bool IEpilogueVisitor<bool>.Visit(ComputeStep step)
    {
        Run(step);
        return true;
    }

    bool IEpilogueVisitor<bool>.Visit(ConstStep step)
    {
        Run(step);
        return true;
    }

    bool IEpilogueVisitor<bool>.Visit(LoadParameterStep step)
    {
        Run(step);
        return true;
    }

    bool IEpilogueVisitor<bool>.Visit(LoadScalarStep step)
    {
        Run(step);
        return true;
    }

    bool IEpilogueVisitor<bool>.Visit(LoadStep step)
    {
        Run(step);
        return true;
    }

    bool IEpilogueVisitor<bool>.Visit(LoadTableStep step)
    {
        Run(step);
        return true;
    }

    bool IEpilogueVisitor<bool>.Visit(MaskStep step)
    {
        Run(step);
        return true;
    }

    bool IEpilogueVisitor<bool>.Visit(RepeatStep step)
    {
        Run(step);
        return true;
    }

    bool IEpilogueVisitor<bool>.Visit(SeedStep step)
    {
        Run(step);
        return true;
    }

    bool IEpilogueVisitor<bool>.Visit(SizeStep step)
    {
        Run(step);
        return true;
    }

    bool IEpilogueVisitor<bool>.Visit(StoreStep step)
    {
        Run(step);
        return true;
    }

    bool IEpilogueVisitor<bool>.Visit(SumStep step)
    {
        Run(step);
        return true;
    }
}
