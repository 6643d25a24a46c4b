namespace RnnDsl.Attacks.Programs.Nets;

/// <summary>Gives data as a generated method takes it: a span, or the number of a token.</summary>
internal interface IReader<T>
    where T : allows ref struct
{
    T Read(Datum datum);
}
