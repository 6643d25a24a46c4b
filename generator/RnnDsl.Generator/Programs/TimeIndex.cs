namespace RnnDsl.Generator.Programs;

/// <summary>
/// A slot of a buffer, relative to the current step t of a region. A forward loop has its states before step t in slot t and after
/// it in slot t+1; a reverse loop has those before it (that is, coming from t+1) in slot t+1 and those after it in slot t.
/// </summary>
public enum TimeIndex
{
    /// <summary>The buffer has one slot.</summary>
    None,

    /// <summary>Slot t.</summary>
    Current,

    /// <summary>Slot t + 1.</summary>
    Next,

    /// <summary>Slot 0.</summary>
    First,

    /// <summary>Slot T - 1: the last step of a sequence.</summary>
    Last,

    /// <summary>A stream's state before the step, in the slot of the number of steps that came before.</summary>
    Before,

    /// <summary>A stream's state after the step, in the slot after that of <see cref="Before"/>.</summary>
    After,

    /// <summary>The one slot of the buffer at the last step of a sequence, and zeros at all others.</summary>
    IfLast,

    /// <summary>Slot T: the final state of a forward loop, the initial one of a reverse loop.</summary>
    End,
}
