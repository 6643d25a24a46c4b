namespace RnnDsl.Generator.Programs;

/// <summary>
/// What is done for each kind of line of an epilogue. It is the only switch over them, so that the compiler names each place that a
/// new kind must be added to.
/// </summary>
/// <typeparam name="T">What it finds.</typeparam>
public interface IEpilogueVisitor<T>
{
    T Visit(AccumulatorStep step);

    T Visit(ComputeStep step);

    T Visit(ConstStep step);

    T Visit(LoadParameterStep step);

    T Visit(LoadScalarStep step);

    T Visit(LoadStep step);

    T Visit(LoadTableStep step);

    T Visit(MaskStep step);

    T Visit(RepeatStep step);

    T Visit(SeedStep step);

    T Visit(SizeStep step);

    T Visit(StoreStep step);

    T Visit(SumStep step);
}
