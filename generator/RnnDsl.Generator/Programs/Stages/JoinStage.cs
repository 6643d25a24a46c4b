namespace RnnDsl.Generator.Programs;

/// <summary>Writes the units of First, and behind them those of Second, into Target.</summary>
public sealed record JoinStage(string Name, BufferRef First, BufferRef Second, BufferRef Target) : Stage(Name)
{
    public override T Accept<T>(IStageVisitor<T> visitor) => visitor.Visit(this);
}
